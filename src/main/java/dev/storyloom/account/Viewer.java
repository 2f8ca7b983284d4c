package dev.storyloom.account;

import dev.storyloom.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Locale;
import java.util.UUID;

/** Who looks at the page that is being made: filled by {@link SessionFilter} before any resource method runs. */
@Named
@RequestScoped
public class Viewer {
    private final Page page;
    private final Administrators administrators;
    private Account account;
    private UUID sessionId;

    Viewer(Page page, Administrators administrators) {
        this.page = page;
        this.administrators = administrators;
    }

    public boolean signedIn() {
        return account != null;
    }

    /** The viewer's account, a guest's too; without one the browser is sent to the sign-in page. */
    public Account account() {
        if (account == null) {
            throw new NotAuthorizedException("Session");
        }
        return account;
    }

    public boolean administrator() {
        return account != null && administrators.include(account);
    }

    public Locale locale() {
        return page.locale();
    }

    /** The session this browser came with, null without one and for a program. */
    UUID sessionId() {
        return sessionId;
    }

    void become(Account account, UUID sessionId) {
        this.account = account;
        this.sessionId = sessionId;
    }
}
