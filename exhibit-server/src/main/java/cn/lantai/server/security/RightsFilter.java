package cn.lantai.server.security;

import cn.lantai.journal.Journal;
import cn.lantai.server.audit.Acting;
import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.Way;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out who asks and holds everybody to {@link Requires}. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class RightsFilter implements ContainerRequestFilter {

  private static final String ACCEPTED = "cn.lantai.control";
  private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "Via");

  @Inject ControlKey key;
  @Inject Tokens tokens;
  @Inject SignedIn signedIn;
  @Inject AccountSetup setup;
  @Inject Visitor visitor;
  @Inject Acting acting;
  @Inject Journal journal;
  @Context HttpServletRequest servletRequest;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    acting.is(Actor.nobody(servletRequest.getRemoteAddr()));
    Optional<Requires> required = required();
    String path = request.getUriInfo().getPath().replaceFirst("^/+", "");
    boolean forPrograms = isBelow(path, "api");
    if (required.isEmpty()) {
      if (forPrograms || isBelow(path, "workbench")) {
        throw Problems.of(403).exception();
      }
      return;
    }
    Optional<String> token =
        forPrograms
            ? Tokens.shown(request.getHeaderString(HttpHeaders.AUTHORIZATION))
            : Optional.empty();
    if (token.filter(Tokens::looksLikeOne).isPresent()) {
      recognize(tokens.bearer(token.get()).orElseThrow(RightsFilter::notAccepted));
      request.setProperty(ACCEPTED, true);
    } else if (token.isPresent()) {
      requireKey(token.get());
      request.setProperty(ACCEPTED, true);
      visitor.is(Visitor.OPERATOR, Rights.ofOperator(new Places(journal)));
      acting.is(new Actor(Way.OPERATOR, "", servletRequest.getRemoteAddr()));
    } else if (!recognize(request)) {
      return;
    }
    Permission[] permissions = required.get().value();
    if (permissions.length > 0 && Arrays.stream(permissions).noneMatch(visitor.rights()::may)) {
      throw Problems.of(403).exception();
    }
  }

  /**
   * Whether the request carries a token or the key, which no other site can make a browser send.
   */
  static boolean isAccepted(ContainerRequestContext request) {
    return Boolean.TRUE.equals(request.getProperty(ACCEPTED));
  }

  private Optional<Requires> required() {
    return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Requires.class))
        .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Requires.class)));
  }

  /**
   * @return false if the request is answered: who has to set up his account does that first
   */
  private boolean recognize(ContainerRequestContext request) {
    boolean used = !resource.getResourceClass().isAnnotationPresent(Unattended.class);
    Optional<Account> account = signedIn.account(servletRequest, used);
    if (account.isEmpty()) {
      throw new NotAuthorizedException(Response.status(401).build());
    }
    visitor.is(account.get().name(), new Rights(account.get().grants(), new Places(journal)));
    acting.is(Actor.account(account.get().name(), servletRequest.getRemoteAddr()));
    Optional<Problem> missing = setup.missing(account.get());
    if (missing.isPresent()
        && !resource.getResourceClass().isAnnotationPresent(OpenBeforeSetup.class)) {
      if (request.getMethod().equals(HttpMethod.GET)) {
        request.abortWith(Response.seeOther(URI.create(OwnAccountPages.PATH)).build());
        return false;
      }
      throw missing.get().exception();
    }
    return true;
  }

  /** It is good for requests from this very machine only, and not for those that a proxy sends. */
  private void requireKey(String token) throws IOException {
    if (!isFromHere() || !key.matches(token)) {
      throw notAccepted();
    }
  }

  private void recognize(Tokens.Bearer bearer) {
    Account account = bearer.account();
    visitor.is(account.name(), bearer.rights(journal));
    acting.is(Actor.token(account.name(), servletRequest.getRemoteAddr()));
  }

  private static RuntimeException notAccepted() {
    return Problems.of(401).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer").exception();
  }

  private boolean isFromHere() throws IOException {
    String remote = servletRequest.getRemoteAddr();
    return HANDED_ON.stream().allMatch(name -> servletRequest.getHeader(name) == null)
        && (InetAddress.getByName(remote).isLoopbackAddress()
            || remote.equals(servletRequest.getLocalAddr()));
  }

  private static boolean isBelow(String path, String first) {
    return path.equals(first) || path.startsWith(first + "/");
  }
}
