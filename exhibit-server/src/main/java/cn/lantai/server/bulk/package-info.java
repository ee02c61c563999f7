/**
 * One change to all that a search finds, or their submission for review: what it would come to, the
 * job that carries it out version by version, and the way back.
 */
package cn.lantai.server.bulk;
