package cn.lantai.server.linkeddata;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Adds the CORS headers to what is {@link OpenData}: no credentials, every origin. */
@Provider
@OpenData
public class OpenDataFilter implements ContainerResponseFilter {

  /** Says that and where a result was cut off; see {@code cn.lantai.server.sparql}. */
  public static final String CUT_OFF = "Lantai-Cut-Off";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Access-Control-Allow-Origin", "*");
    headers.putSingle(
        "Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After, " + CUT_OFF);
    if (request.getMethod().equals("OPTIONS")) {
      headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
      headers.putSingle(
          "Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
      headers.putSingle("Access-Control-Max-Age", "86400");
    }
  }
}
