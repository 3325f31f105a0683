using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Running;

public sealed class HomeSecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private NodeHome Home => new(_folder.Path);

    [Fact]
    public void A_key_or_words_in_another_file_are_found()
    {
        Assert.True(GameIdentity.Ensure(Home));
        var secrets = new HomeSecrets(Home);
        Assert.Empty(secrets.FilesIn(_folder.Path));
        var identity = new IdentityFile(Home.Identity);
        using var phrase = identity.OpenWithKeyFile();
        var key = new byte[32];
        phrase.DeriveKey("blockassist/account/1", key);

        File.WriteAllText(_folder.File("words.log"), $"the words are {phrase.Reveal()}");
        File.WriteAllText(_folder.File("hex.log"), Convert.ToHexString(key));
        File.WriteAllBytes(_folder.File("raw.log"), [1, 2, 3, .. key]);
        File.WriteAllText(_folder.File("key.log"), File.ReadAllText(identity.KeyFile));

        Assert.Equal(["hex.log", "key.log", "raw.log", "words.log"], secrets.FilesIn(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(secrets.IsIn($"0x{Convert.ToHexStringLower(key)}"));
        Assert.False(secrets.IsIn(identity.Read().Peer.ToString()));
    }

    public void Dispose() => _folder.Dispose();
}
