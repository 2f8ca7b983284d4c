package dev.storyloom.pretrain.painter;

/**
 * The clothes by which somebody's calling is known; they keep their colours, so captions do not name them.
 *
 * @param front the stripe down the middle of the coat
 * @param gloves 0 for bare hands
 * @param cape 0 for none
 * @param bust whether the art shows head and shoulders, of which the head is cut out, not a head alone
 */
record Costume(int coat, int front, int belt, int trousers, int boots, int gloves, int cape, boolean bust) {

    /** Null for who wears no such clothes. */
    static Costume of(Subject subject) {
        return switch (subject) {
            case SANTA -> new Costume(0xE0313A, 0xFFFFFF, 0x2B2B33, 0xE0313A, 0x2B2B33, 0xFFFFFF, 0, false);
            case CLOWN -> new Costume(0xFFCB3D, 0xE5484D, 0x3C8CE7, 0x35A862, 0xE5484D, 0xFFFFFF, 0, false);
            case FIREFIGHTER -> new Costume(0xC8194B, 0xFFC83D, 0x5A1030, 0x8E1238, 0x2B2B33, 0xFFC83D, 0, true);
            case POLICE_OFFICER -> new Costume(0x3A9BF0, 0x3A9BF0, 0x22304F, 0x245AA6, 0x22304F, 0, 0, true);
            case DOCTOR -> new Costume(0xFFFFFF, 0x7CCFE0, 0xFFFFFF, 0x7CCFE0, 0xE9ECF2, 0, 0, true);
            case FARMER -> new Costume(0x20B26B, 0x2E7FD6, 0x2E7FD6, 0x2E7FD6, 0x6B4A34, 0, 0, true);
            case COOK -> new Costume(0xFFFFFF, 0xFFFFFF, 0xD8DCE6, 0x4A5266, 0x2B2B33, 0, 0, true);
            case BUILDER -> new Costume(0xFF7A2E, 0xFFD43B, 0xFFD43B, 0x3F5A8C, 0x6B4A34, 0, 0, true);
            case NINJA -> new Costume(0x33284A, 0x33284A, 0xC8323C, 0x33284A, 0x1F1830, 0x33284A, 0, true);
            case SUPERHERO -> new Costume(0x1F7FE0, 0x1F7FE0, 0xFFD43B, 0xE0313A, 0xE0313A, 0, 0xE0313A, true);
            case ELF -> new Costume(0x4F9A34, 0x4F9A34, 0x7A4A2A, 0x7A5A3A, 0x5A3A22, 0, 0, false);
            case GENIE -> new Costume(0xE83A5A, 0x34B4F0, 0xFFC83D, 0xFFC83D, 0xE83A5A, 0, 0, true);
            case SOLDIER -> new Costume(0xD8203F, 0xD8203F, 0xFFFFFF, 0x2B2B3F, 0x17171F, 0xFFFFFF, 0, true);
            default -> null;
        };
    }
}
