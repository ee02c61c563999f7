/**
 * Taking in what other institutions lend, by their IIIF manifests: as text, or fetched from the
 * servers that the operator has named. Nothing here is reached by a visitor.
 */
package cn.lantai.server.loans;
