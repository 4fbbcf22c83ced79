import { startHandsDocument } from '../../lib/hands/document';

startHandsDocument();
