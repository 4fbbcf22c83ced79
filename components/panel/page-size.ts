/** Lines that the list asks for at once. */
export const pageSize = 100;
