/**
 * The SPARQL 1.1 query endpoint over the public stage, and the guards that let anyone ask anything
 * without harm to others: limits of time, rows, bytes and held memory, and no way out of the
 * process. Read-only; what the query page looks like is decided elsewhere.
 */
package cn.lantai.server.sparql;
