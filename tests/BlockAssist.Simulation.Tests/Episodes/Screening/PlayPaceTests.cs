using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Simulation.Tests.Episodes.Screening;

public sealed class PlayPaceTests
{
    [Fact]
    public void Who_never_rests_is_a_machine() =>
        Assert.Contains("never rests", PlayPace.Complaint([.. Enumerable.Range(0, 300).Select(act => 800L * act)]), StringComparison.Ordinal);

    [Fact]
    public void One_look_at_the_blueprint_in_three_hundred_acts_is_enough_for_a_person() =>
        Assert.Null(PlayPace.Complaint([.. Enumerable.Range(0, 300).Select(act => (800L * act) + (act > 150 ? 5000 : 0))]));

    [Fact]
    public void Who_is_faster_than_hands_is_a_machine_although_it_rests() =>
        Assert.Contains("50 ms", PlayPace.Complaint([.. Enumerable.Range(0, 300).Select(act => (50L * act) + (act / 20 * 4000))]), StringComparison.Ordinal);

    [Fact]
    public void Of_few_acts_nothing_is_said() => Assert.Null(PlayPace.Complaint([.. Enumerable.Range(0, 99).Select(act => 10L * act)]));
}
