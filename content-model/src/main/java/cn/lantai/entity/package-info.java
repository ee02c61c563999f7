/**
 * Identity and the one shape that every described thing has: an IRI and a small RDF graph of its
 * own. What the graph says is the business of the packages of the domain.
 */
package cn.lantai.entity;
