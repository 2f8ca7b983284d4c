package dev.storyloom.character;

import java.util.List;
import java.util.Locale;

/** What somebody typed to make a character, and what is wrong with it; faults are null where all is well. */
public record CharacterForm(String name, String kind, String other, boolean attested, String nameFault,
        String kindFault, String attestFault) {

    static final int LONGEST_NAME = 40;
    static final int LONGEST_NOUN = 40;

    static CharacterForm empty() {
        return new CharacterForm("", "", "", false, null, null, null);
    }

    /** The same form, checked; faults are told in the words of the bundle. */
    CharacterForm checked(CharacterMessages words) {
        String nameWrong = name.isBlank() ? words.nameEmpty()
                : name.length() > LONGEST_NAME ? words.nameTooLong(LONGEST_NAME) : null;
        CharacterKind chosen = chosen();
        String kindWrong = chosen == null ? words.kindMissing()
                : chosen == CharacterKind.OTHER && !isNoun(other) ? words.kindOtherWrong(LONGEST_NOUN) : null;
        return new CharacterForm(name, kind, other, attested, nameWrong, kindWrong,
                attested ? null : words.consentRequired());
    }

    boolean good() {
        return nameFault == null && kindFault == null && attestFault == null;
    }

    /** The kind, or null for none of ours; words of the writer's own that name one of ours count as that. */
    CharacterKind chosen() {
        for (CharacterKind each : CharacterKind.values()) {
            if (each.name().equals(kind)) {
                return each == CharacterKind.OTHER ? CharacterKind.named(other).orElse(each) : each;
            }
        }
        return null;
    }

    /** The noun for the painter's prompts. */
    String noun() {
        CharacterKind chosen = chosen();
        return chosen == CharacterKind.OTHER ? other.strip().toLowerCase(Locale.ROOT) : chosen.noun();
    }

    public List<CharacterKind.Group> groups() {
        return List.of(CharacterKind.Group.PEOPLE, CharacterKind.Group.PETS, CharacterKind.Group.TOYS,
                CharacterKind.Group.FANTASY);
    }

    public List<CharacterKind> kinds(CharacterKind.Group group) {
        return CharacterKind.in(group);
    }

    public String label(CharacterKind each, String language) {
        return each.label(Locale.forLanguageTag(language));
    }

    public int nameLimit() {
        return LONGEST_NAME;
    }

    public int nounLimit() {
        return LONGEST_NOUN;
    }

    private static boolean isNoun(String words) {
        return !words.isBlank() && words.length() <= LONGEST_NOUN
                && words.strip().matches("\\p{L}[\\p{L}\\p{M}' -]*");
    }
}
