package org.opencgt.science.dosefinding.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencgt.science.TextKey;
import org.opencgt.science.dosefinding.calendar.Backfill;
import org.opencgt.science.dosefinding.calendar.Calendar;

/** The settings of trials in time. */
public enum TimeSetting implements TextKey {
    ACCRUAL,
    WINDOW,
    LATE_FRACTION,
    CONDUCT,
    SENTINEL,
    STAGGER,
    MANUFACTURING_DAYS,
    PRODUCT_NOT_MADE,
    PRODUCT_BELOW_DOSE,
    BACKFILL_MOST,
    BACKFILL_AFTER_RESPONSE;

    /** Those of a calendar, in a sensible order. */
    public static Map<TimeSetting, Object> of(Calendar calendar) {
        Map<TimeSetting, Object> settings = new LinkedHashMap<>();
        settings.put(ACCRUAL, calendar.patientsPerMonth());
        settings.put(WINDOW, calendar.window());
        settings.put(LATE_FRACTION, calendar.lateFraction());
        settings.put(CONDUCT, calendar.conduct().toString());
        settings.put(SENTINEL, calendar.sentinel());
        settings.put(STAGGER, calendar.stagger());
        settings.put(MANUFACTURING_DAYS, calendar.manufacturing().days());
        settings.put(PRODUCT_NOT_MADE, calendar.manufacturing().notMade());
        settings.put(PRODUCT_BELOW_DOSE, calendar.manufacturing().belowDose());
        Backfill backfill = calendar.backfill();
        if (backfill != null) {
            settings.put(BACKFILL_MOST, backfill.most());
            settings.put(BACKFILL_AFTER_RESPONSE, backfill.afterResponse());
        }
        return settings;
    }
}
