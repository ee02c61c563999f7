package cn.lantai.server.security;

import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.SignInView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The sign-in form, and signing out. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignInResource {

  private static final String HOME = "/workbench";

  @Inject SecurityContext security;
  @Inject Throttle throttle;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  @Path("signin")
  public Response form(@QueryParam("next") @DefaultValue(HOME) String to) {
    return page(200, "", localPath(to), Optional.empty()).build();
  }

  @POST
  @Path("signin")
  public Response signIn(
      @FormParam("username") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("next") @DefaultValue(HOME) String to) {
    String address = request.getRemoteAddr();
    Duration wait = throttle.delay(name, address);
    if (!wait.isZero()) {
      return page(429, name, localPath(to), Optional.of(SignInView.Problem.THROTTLED))
          .header("Retry-After", wait.toSeconds() + 1)
          .build();
    }
    AuthenticationStatus status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .newAuthentication(true)
                .credential(new UsernamePasswordCredential(name, password)));
    if (status == AuthenticationStatus.SUCCESS) {
      throttle.succeeded(name, address);
      return Response.seeOther(URI.create(localPath(to))).build();
    }
    throttle.failed(name, address);
    return page(403, name, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
  }

  @POST
  @Path("signout")
  public Response signOut() throws ServletException {
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return Response.seeOther(URI.create("/")).build();
  }

  private Response.ResponseBuilder page(
      int status, String name, String to, Optional<SignInView.Problem> problem) {
    SignInView view = new SignInView(csrf.token(request), name, Optional.of(to), problem);
    return Response.fromResponse(
        pages.own(status, view, uri, headers, Optional.empty(), csrf.token(request)));
  }

  /** Only addresses of this server: a foreign one would make the form a help for fraud. */
  static String localPath(String to) {
    return to.matches("/(?![/\\\\])[\\w/.?=&%~-]*") ? to : HOME;
  }
}
