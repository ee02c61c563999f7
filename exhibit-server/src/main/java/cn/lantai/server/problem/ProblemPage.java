package cn.lantai.server.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Shows a problem to a reader who prefers a page. Without one, problem JSON is the answer. */
public interface ProblemPage {

  /**
   * A page with the problem's status; its headers are added by the caller.
   *
   * @param reference finds the request in the log; empty if there is none
   */
  Response show(Problem problem, HttpHeaders headers, UriInfo uri, String reference);
}
