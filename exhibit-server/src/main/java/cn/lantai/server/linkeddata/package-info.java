/**
 * Entities as linked data: their addresses, the 303 from a thing to its page or its data, and the
 * data in four syntaxes. Says nothing of what entities are; pages are made elsewhere.
 */
package cn.lantai.server.linkeddata;
