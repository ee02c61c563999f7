/**
 * Digital preservation: backups as BagIt bags (RFC 8493) that can be checked and read without
 * Lantai, restoring them with proof, and the fixity of stored media. Knows the tables of the
 * database only by their names; what they mean is said elsewhere.
 */
package cn.lantai.preservation;
