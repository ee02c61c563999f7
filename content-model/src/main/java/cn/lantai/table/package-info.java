/**
 * The tables in which archivists exchange descriptions: which columns each has, how a row becomes
 * an entity, and how an entity becomes rows again. Where rows come from, and what is done with what
 * they describe, is the business of {@code ingest} and {@code exchange}.
 */
package cn.lantai.table;
