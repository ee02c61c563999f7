/**
 * The application profile: which terms of RiC-O 1.1, SKOS, Web Annotation and others Lantai uses,
 * the few terms it adds (as instances, never as classes), and the SHACL shapes that every entity
 * passes at the door. The profile itself is in the resources {@code lantai.ttl} and {@code
 * shapes.ttl}; the classes name its terms for Java.
 */
package cn.lantai.ontology;
