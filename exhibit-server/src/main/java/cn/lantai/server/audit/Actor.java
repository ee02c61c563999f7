package cn.lantai.server.audit;

import java.util.Objects;

/**
 * Who acts, and from where.
 *
 * @param who the account; for the server, on whose behalf; empty if there is none
 * @param address empty if it does not come over the network
 */
public record Actor(Way way, String who, String address) {

  public static final Actor SERVER = new Actor(Way.SERVER, "", "");

  /** Who gives a command while no server runs. */
  public static final Actor OPERATOR = new Actor(Way.OPERATOR, "", "");

  public Actor {
    Objects.requireNonNull(way, "way");
    who = PlainText.of(who, 80);
    address = PlainText.of(address, 64);
  }

  public static Actor account(String name, String address) {
    return new Actor(Way.ACCOUNT, name, address);
  }

  /** A program that has a token of this account. */
  public static Actor token(String name, String address) {
    return new Actor(Way.TOKEN, name, address);
  }

  public static Actor nobody(String address) {
    return new Actor(Way.NOBODY, "", address);
  }

  /** The server, which does what this account has asked for. */
  public static Actor serverFor(String who) {
    return new Actor(Way.SERVER, who, "");
  }
}
