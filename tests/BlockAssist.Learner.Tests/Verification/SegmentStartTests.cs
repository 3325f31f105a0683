using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Tests.Verification;

public sealed class SegmentStartTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"network":{},"stages":null}""")]
    [InlineData("""{"network":{},"stages":[]}""")]
    [InlineData("""{"network":{},"stages":[null]}""")]
    [InlineData("""{"network":{},"stages":[{"name":"imitation","turns":3}]}""")]
    [InlineData("""{"network":{},"stages":[7]}""")]
    public void A_state_without_a_recipe_of_its_stage_is_refused(string recipe)
    {
        using var segment = new SmallSegment();
        var (file, _) = segment.StartWith(whole => whole with { TrainingOptions = recipe });

        var refused = Assert.Throws<ArtifactFormatException>(() => SegmentStart.Load(file));

        Assert.Contains("the recipe of a training", refused.Message, StringComparison.Ordinal);
    }
}
