/**
 * Risk management: the plan of a site for a product, the analysis of a product, and the register of risks.
 */
@NullMarked
package org.opencgt.risk;

import org.jspecify.annotations.NullMarked;
