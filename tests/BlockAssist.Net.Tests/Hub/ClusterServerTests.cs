using BlockAssist.Net.Hub.Clusters;

namespace BlockAssist.Net.Tests.Hub;

public sealed class ClusterServerTests
{
    [Theory]
    [InlineData("redis://10.0.0.2", "redis://10.0.0.2:6379/0")]
    [InlineData("rediss://:s3cret@redis.example:7000/3", "rediss://redis.example:7000/3")]
    [InlineData("postgres://ada@10.0.0.2/swarm", "postgres://ada@10.0.0.2:5432/swarm")]
    [InlineData("postgresql://ada:s3cret@db.example:6000/swarm?sslmode=verify-full", "postgres://ada@db.example:6000/swarm")]
    public void An_address_is_shown_without_its_password(string text, string shown) =>
        Assert.Equal(shown, ClusterServer.Parse(text, _ => "s3cret").ToString());

    [Theory]
    [InlineData("s3cret")]
    [InlineData("http://s3cret@host/swarm")]
    [InlineData("redis://:s3cret@host/first")]
    [InlineData("postgres://:s3cret@host/swarm")]
    [InlineData("postgres://ada:s3cret@host")]
    [InlineData("postgres://ada:s3cret@host/swarm/more")]
    [InlineData("postgres://ada:s3cret@host/swarm?sslmode=perhaps")]
    [InlineData("postgres://ada:s3cret@host/swarm?password=s3cret")]
    [InlineData("postgres://ada:s3cret@host:99999/swarm")]
    [InlineData("postgres://a%00da:s3cret@host/swarm")]
    [InlineData("postgres://ada:s3cret@xn--\u00fc/swarm")]
    public void What_is_no_address_is_refused_and_not_repeated(string text)
    {
        var error = Assert.Throws<FormatException>(() => ClusterServer.Parse(text, _ => null));

        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
        Assert.Contains(ClusterServer.Forms, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://ada:s3cret@127.0.0.1:{0}/swarm")]
    [InlineData("redis://:s3cret@127.0.0.1:{0}")]
    public async Task A_server_that_is_not_there_is_named_and_said_what_to_do_about(string form)
    {
        var port = LoopbackPort.Free();
        var server = ClusterServer.Parse(string.Format(null, form, port), _ => null);

        var error = await Assert.ThrowsAsync<IOException>(() => server.OpenAsync("garden", CancellationToken.None));

        Assert.Contains($"127.0.0.1:{port}", error.Message, StringComparison.Ordinal);
        Assert.Contains("--cluster", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }
}
