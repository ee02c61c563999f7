/** Delivery of recordings and their captions, as they came, in the ranges that players ask for. */
package cn.lantai.server.recordings;
