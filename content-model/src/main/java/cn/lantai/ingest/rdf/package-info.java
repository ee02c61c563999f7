/**
 * RDF as rows of the table of graphs, one for each entity. Statements may come in any order and any
 * number: they are sorted on the disk. What is called by foreign names gets keys of ours; what
 * cannot be taken in is told.
 */
package cn.lantai.ingest.rdf;
