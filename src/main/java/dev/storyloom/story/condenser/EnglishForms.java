package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dictionary forms that an English word may come from. */
final class EnglishForms {

    private static final Map<String, String> IRREGULAR = table("""
            ran run|went go|gone go|came come|sat sit|stood stand|slept sleep|woke wake|woken wake|swam swim|swum swim
            flew fly|flown fly|sang sing|sung sing|ate eat|eaten eat|drank drink|drew draw|drawn draw|wrote write
            written write|rode ride|ridden ride|drove drive|driven drive|threw throw|thrown throw|caught catch
            held hold|took take|taken take|brought bring|bought buy|found find|gave give|given give|hid hide
            hidden hide|fell fall|fallen fall|dug dig|built build|made make|lit light|shone shine|swung swing|blew blow
            blown blow|grew grow|grown grow|saw see|seen see|heard hear|thought think|told tell|said say|spoke speak
            spoken speak|wept weep|crept creep|leapt leap|dreamt dream|lay lie|lain lie|fed feed|shook shake|shaken shake
            wore wear|worn wear|wove weave|swept sweep|kept keep|left leave|met meet|rose rise|risen rise|sank sink
            sunk sink|set set|dove dive|knelt kneel|fought fight|taught teach|got get|became become|began begin
            sprang spring|had have|has have|was be|were be|is be|are be|been be|did do|sought seek|slid slide
            bit bite|bitten bite|sold sell|strode stride|tore tear|lost lose|froze freeze|frozen freeze|lain lie
            put put|cut cut|hit hit|felt feel|stole steal|tried try|lying lie|tying tie|dying die|shot shoot
            mice mouse|geese goose|wolves wolf|leaves leaf|children child|men man|women woman|feet foot|calves calf
            loaves loaf|elves elf|knives knife|shelves shelf|oxen ox|sheep sheep""");

    private EnglishForms() {
    }

    private static Map<String, String> table(String text) {
        return java.util.Arrays.stream(text.split("[|\\n]")).map(pair -> pair.strip().split(" "))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(p -> p[0], p -> p[1], (a, b) -> a));
    }

    /** A dictionary form; {@code verb} where only a verb is written so (-ed, -ing, ran). */
    record Form(String text, boolean verb) {
    }

    static List<Form> of(String word) {
        List<Form> forms = new ArrayList<>(6);
        forms.add(new Form(word, false));
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            forms.add(new Form(irregular, isVerbForm(word)));
        }
        int length = word.length();
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.equals("does")) {
            if (word.endsWith("ies")) {
                forms.add(new Form(word.substring(0, length - 3) + "y", false));
            }
            if (word.endsWith("es")) {
                forms.add(new Form(word.substring(0, length - 2), false));
            }
            forms.add(new Form(word.substring(0, length - 1), false));
        }
        if (length > 4 && word.endsWith("ied")) {
            forms.add(new Form(word.substring(0, length - 3) + "y", true));
        } else if (length > 3 && word.endsWith("ed")) {
            addStem(forms, word.substring(0, length - 2));
        } else if (length > 4 && word.endsWith("ing")) {
            addStem(forms, word.substring(0, length - 3));
        }
        return forms;
    }

    private static boolean isVerbForm(String word) {
        return !word.endsWith("ves") && !word.endsWith("ice") && !word.endsWith("men") && !word.equals("geese")
                && !word.equals("children") && !word.equals("feet") && !word.equals("oxen") && !word.equals("sheep");
    }

    private static void addStem(List<Form> forms, String stem) {
        forms.add(new Form(stem + "e", true));
        forms.add(new Form(stem, true));
        int last = stem.length() - 1;
        if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
            forms.add(new Form(stem.substring(0, last), true));
        }
    }
}
