package org.opencgt.science.dosefinding.startingdose;

import org.opencgt.science.TextKey;

/** What can be wrong with a starting dose. */
enum StartingDoseFault implements TextKey {
    NOT_A_PERSON,
    NOT_AN_ANIMAL,
    NO_BENCHMARK
}
