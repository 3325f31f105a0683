using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;

namespace BlockAssist.Net.Tests.Links;

public sealed class SwarmAddressTests
{
    private const string Hub = "12D3KooWLKfwuFP8asrpVbHaUFWwbhYuyuC4oNT3yomfJxLjdWBP";

    [Theory]
    [InlineData("192.0.2.7:8000", "192.0.2.7", 8000)]
    [InlineData("192.0.2.7", "192.0.2.7", 7433)]
    [InlineData("192.0.2.7:443", "192.0.2.7", 443)]
    [InlineData("192.0.2.7:0443", "192.0.2.7", 443)]
    [InlineData("[2001:db8::443]", "2001:db8::443", 7433)]
    [InlineData("[2001:db8::1]:443", "2001:db8::1", 443)]
    [InlineData("[::1]:65535", "::1", 65535)]
    [InlineData("Hub.Example.org", "hub.example.org", 7433)]
    [InlineData("localhost:1", "localhost", 1)]
    public void An_address_has_a_host_a_port_and_a_key(string place, string host, int port)
    {
        var address = SwarmAddress.Parse($"{place}/{Hub}");

        Assert.Equal((host, port, PeerId.Parse(Hub)), (address.Host, address.Port, address.Hub));
        Assert.Equal(address, SwarmAddress.Parse(address.ToString()));
    }

    [Fact]
    public void A_hub_may_have_several_places()
    {
        var address = SwarmAddress.Parse($"192.0.2.7,hub.example.org:8000,[2001:db8::1]:443/{Hub}");

        Assert.Equal([("192.0.2.7", 7433), ("hub.example.org", 8000), ("2001:db8::1", 443)], address.Places);
        Assert.Equal(address, SwarmAddress.Parse(address.ToString()));
        Assert.False(SwarmAddress.TryParse($"192.0.2.7,,hub.example.org/{Hub}", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("192.0.2.7:8000")]
    [InlineData("/" + Hub)]
    [InlineData("192.0.2.7:8000/")]
    [InlineData("192.0.2.7:8000/12D3KooW")]
    [InlineData("192.0.2.7:0/" + Hub)]
    [InlineData("192.0.2.7:65536/" + Hub)]
    [InlineData("192.0.2.7:-1/" + Hub)]
    [InlineData("192.0.2.7:+80/" + Hub)]
    [InlineData("192.0.2.7: 80/" + Hub)]
    [InlineData("192.0.2.7:/" + Hub)]
    [InlineData("192.0.2.7:80:80/" + Hub)]
    [InlineData("2001:db8::1/" + Hub)]
    [InlineData("[2001:db8::1/" + Hub)]
    [InlineData("[2001:db8::1]80/" + Hub)]
    [InlineData("[]:80/" + Hub)]
    [InlineData("https://192.0.2.7:80/" + Hub)]
    [InlineData("user@192.0.2.7:80/" + Hub)]
    [InlineData("192.0.2.7:80/path/" + Hub)]
    [InlineData("hub?x=1/" + Hub)]
    [InlineData("hub#x/" + Hub)]
    [InlineData("hub\\x/" + Hub)]
    [InlineData("a b/" + Hub)]
    [InlineData(" hub/" + Hub)]
    [InlineData("hub\n/" + Hub)]
    [InlineData("xn--\u00fc/" + Hub)]
    [InlineData("-hub-/" + Hub)]
    public void What_is_no_address_is_refused(string? text) => Assert.False(SwarmAddress.TryParse(text, out _));

    [Fact]
    public void A_name_longer_than_names_can_be_is_refused()
    {
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 60), 4));

        Assert.True(SwarmAddress.TryParse($"{longest}/{Hub}", out _));
        Assert.False(SwarmAddress.TryParse($"{longest}.{longest}/{Hub}", out _));
    }

    [Fact]
    public void Who_writes_nonsense_is_told_how_an_address_looks()
    {
        var error = Assert.Throws<FormatException>(() => SwarmAddress.Parse("hub"));

        Assert.Equal("'hub' is no address of a hub, expected HOST:PORT/PEER such as 192.0.2.7:7433/12D3KooW…", error.Message);
    }
}
