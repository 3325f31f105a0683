using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Rpc;

public sealed class LogFilterTests
{
    private static readonly Address Contract = Some.Address(3);

    [Fact]
    public void Any_of_several_events_will_do()
    {
        var filter = LogFilter.OfEvents(Contract, [Some.Hash(1), Some.Hash(2)]);

        Assert.True(filter.Matches(Log(Some.Hash(1))));
        Assert.True(filter.Matches(Log(Some.Hash(2), Some.Hash(9))));
        Assert.False(filter.Matches(Log(Some.Hash(3))));
        Assert.False(filter.Matches(Log()));
        Assert.False(filter.Matches(Log(Some.Hash(1)) with { Contract = Some.Address(4) }));
        Assert.Equal($$"""{"address":"{{Contract}}","topics":[["{{Some.Hash(1)}}","{{Some.Hash(2)}}"]]}""", filter.ToJson().ToJsonString());
    }

    [Fact]
    public void A_place_may_have_one_topic_or_any()
    {
        var filter = new LogFilter(Contract, [Some.Hash(1), null, Some.Hash(2)]);

        Assert.True(filter.Matches(Log(Some.Hash(1), Some.Hash(7), Some.Hash(2))));
        Assert.False(filter.Matches(Log(Some.Hash(1), Some.Hash(7))));
        Assert.False(filter.Matches(Log(Some.Hash(1), Some.Hash(7), Some.Hash(3))));
        Assert.Equal($$"""{"address":"{{Contract}}","topics":["{{Some.Hash(1)}}",null,"{{Some.Hash(2)}}"]}""", filter.ToJson().ToJsonString());
    }

    private static EventLog Log(params Hash32[] topics) => new(Contract, topics, default, 1, default, default, 0);
}
