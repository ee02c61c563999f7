package cn.lantai.server.security;

import cn.lantai.server.api.JsonBody;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * One's own account, for programs. What opens it can be looked at and taken away; whatever gives a
 * new way in takes the password, and so a person at the page.
 */
@Path("api/account")
@RequestScoped
@Requires
public class OwnAccountResource {

  @Inject OwnAccountDesk desk;
  @Inject Visitor visitor;
  @Context HttpServletRequest request;

  /** The account, and what whoever asks may do in its name. */
  @GET
  public Response show() {
    JsonArrayBuilder permissions = Json.createArrayBuilder();
    visitor.permissions().stream().sorted().forEach(each -> permissions.add(each.name()));
    return JsonBody.answer(
        Response.ok(), AccountResource.json(desk.account()).add("permissions", permissions));
  }

  @GET
  @Path("sessions")
  public Response sessions() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    desk.sessions(request).forEach(session -> list.add(json(session)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("sessions", list));
  }

  private static JsonObjectBuilder json(Sessions.Seen session) {
    return Json.createObjectBuilder()
        .add("handle", session.handle())
        .add("since", session.since().toString())
        .add("last", session.last().toString())
        .add("address", session.address())
        .add("browser", session.browser())
        .add("own", session.own());
  }

  /** Ends all sessions but the one of this request, if it has one. */
  @DELETE
  @Path("sessions")
  public Response endOtherSessions() {
    return JsonBody.answer(
        Response.ok(), Json.createObjectBuilder().add("ended", desk.endOtherSessions(request)));
  }

  @DELETE
  @Path("sessions/{handle}")
  public Response endSession(@PathParam("handle") String handle) {
    if (!desk.endSession(handle)) {
      throw unknown(
          "unknown-session",
          new Message("没有这次登录", "There is no such session"),
          new Message("它已经结束，或者不是您的。", "It has ended, or is none of yours."));
    }
    return Response.noContent().build();
  }

  /** The tokens with what they are good for; their secrets are known to nobody but their owner. */
  @GET
  @Path("tokens")
  public Response tokens() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    desk.tokens().forEach(token -> list.add(json(token)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("tokens", list));
  }

  private static JsonObjectBuilder json(Token token) {
    JsonArrayBuilder permissions = Json.createArrayBuilder();
    token.permissions().stream().sorted().forEach(each -> permissions.add(each.name()));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", token.id())
            .add("label", token.label())
            .add("permissions", permissions)
            .add("madeAt", token.madeAt().toString())
            .add("endsAt", token.endsAt().toString());
    token.usedOn().ifPresent(day -> json.add("usedOn", day.toString()));
    return json;
  }

  /** Revokes a token, also the one with which this is asked. */
  @DELETE
  @Path("tokens/{id: \\d{1,18}}")
  public Response revokeToken(@PathParam("id") long id) {
    if (!desk.revokeToken(id)) {
      throw unknown(
          "unknown-token",
          new Message("没有这个令牌", "There is no such token"),
          new Message("它已被作废，或者不是您的。", "It was revoked, or is none of yours."));
    }
    return Response.noContent().build();
  }

  private static ProblemException unknown(String slug, Message title, Message detail) {
    return new Problem(404, slug, title, detail).exception();
  }
}
