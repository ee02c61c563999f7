/**
 * How the columns of others become columns of ours: recognised by their headings, or mapped once
 * and kept as a table that an archivist can read and change.
 */
package cn.lantai.ingest.mapping;
