/**
 * Rows that are only ever appended, numbered without gaps, each with a hash over the row before:
 * how the hash is made, how writers take turns at the head, and how a chain is read to find what
 * was changed. The journal and the audit log are such chains, and the steps of a review make their
 * hashes in this way.
 */
package cn.lantai.chain;
