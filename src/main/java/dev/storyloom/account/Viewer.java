package dev.storyloom.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Locale;

/** Who looks at the page that is being made: filled by a filter before any resource method runs. */
@Named
@RequestScoped
public class Viewer {
    private Account account;
    private Locale locale = Locale.ENGLISH;

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

    public Locale locale() {
        return locale;
    }

    public void become(Account account) {
        this.account = account;
    }

    public void speak(Locale locale) {
        this.locale = locale;
    }
}
