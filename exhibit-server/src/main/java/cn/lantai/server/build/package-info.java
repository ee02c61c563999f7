/**
 * Making exhibitions and the other selections: their list, the builder, its preview, and versions
 * side by side. A page of the builder carries the whole draft; each request applies one operation
 * to it and answers with the page again, and only saving writes to the journal. So nothing is kept
 * for a draft on the server, and the builder works without scripts.
 */
package cn.lantai.server.build;
