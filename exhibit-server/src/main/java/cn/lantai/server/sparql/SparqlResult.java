package cn.lantai.server.sparql;

import java.util.Optional;

/**
 * A whole result, written. Nothing is sent before all of it is here, so a result that reaches the
 * client is either complete or says that it was cut off.
 *
 * @param cutOff which limit cut the result off, such as {@code rows=10000}; empty if none did
 * @param tag a weak entity tag without quotes; empty if the same query may give another result
 */
@SuppressWarnings("ArrayRecordComponent") // results are carried, not compared
public record SparqlResult(
    byte[] body, ResultFormat format, Optional<String> cutOff, Optional<String> tag) {}
