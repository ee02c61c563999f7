/**
 * The stages: what the journal says, as RDF datasets to be queried, with other projections of the
 * same beside them. The working stage holds the newest version of everything, the public stage what
 * is published. Nothing is written to a stage but by following the journal.
 */
package cn.lantai.stage;
