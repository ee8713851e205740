/**
 * What every implementation of a port must keep: one interface of tests for each port.
 *
 * <p>A test class implements the interface and supplies the subject; it inherits the tests. The
 * contract of {@link io.valence.domain.instance.Instances} is long and so made of several: {@link
 * io.valence.testkit.contract.InstancesContract} has them all.
 *
 * <ul>
 *   <li>A subject may hold what other tests left there, unless its method says otherwise.
 *   <li>Owners exist: every instance belongs to an organization that was founded in the accounts of
 *       the same store, which may therefore have foreign keys.
 *   <li>Times count to the microsecond.
 *   <li>Which exception refuses an impossible call is the implementation's own business.
 * </ul>
 */
package io.valence.testkit.contract;
