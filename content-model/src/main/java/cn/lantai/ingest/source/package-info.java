/**
 * The formats that descriptions arrive in, each read as a stream of rows: a source can be read
 * again and gives the same rows in the same order. What it takes to read one is bounded, whatever
 * the file says of itself; nothing outside of the file is ever fetched.
 */
package cn.lantai.ingest.source;
