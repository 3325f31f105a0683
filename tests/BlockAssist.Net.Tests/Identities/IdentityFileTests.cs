using System.Text;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Tests.Identities;

public sealed class IdentityFileTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private readonly TemporaryFolder _folder = new();
    private readonly IdentityFile _file;

    public IdentityFileTests() => _file = new IdentityFile(_folder.File("keys/peer.json"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_kept_comes_back_with_the_passphrase()
    {
        using var phrase = RecoveryPhrase.Create();
        using var identity = PeerIdentity.Of(phrase);
        _file.Save(phrase, Passphrase, StretchCost.Least);

        using var back = _file.Open(Passphrase);

        Assert.Equal(phrase.Reveal(), back.Reveal());
        Assert.Equal(new IdentityCard(identity.Id, Unlocking.Passphrase), _file.Read());
    }

    [Fact]
    public void The_usual_cost_is_what_is_written_unless_told()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, "p");

        using var back = _file.Open("p");

        Assert.Equal(phrase.Reveal(), back.Reveal());
        Assert.Contains("\"memoryKiB\": 65536", File.ReadAllText(_file.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_passphrase_the_key_beside_it_opens_it()
    {
        using var phrase = RecoveryPhrase.Create();
        _file.SaveWithKeyFile(phrase);

        using var back = _file.OpenWithKeyFile();

        Assert.Equal(phrase.Reveal(), back.Reveal());
        Assert.Equal(Unlocking.KeyFile, _file.Read().Unlocking);
        Assert.EndsWith("keys/peer.key", _file.KeyFile.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_owner_can_read_them()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The folder decides there.");
            return;
        }

        using var phrase = Some.Phrase(1);
        _file.SaveWithKeyFile(phrase);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file.KeyFile));
        Assert.False(_file.IsOpenToOthers);

        File.SetUnixFileMode(_file.KeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.True(_file.IsOpenToOthers);
    }

    [Theory]
    [InlineData("correct horse battery stapl")]
    [InlineData("Correct horse battery staple")]
    [InlineData("")]
    public void A_wrong_passphrase_is_told_and_not_repeated(string wrong)
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);

        var error = Assert.Throws<IdentityException>(() => _file.Open(wrong));

        Assert.Contains("not its passphrase", error.Message, StringComparison.Ordinal);
        Assert.Contains("24 words", error.Advice, StringComparison.Ordinal);
        Assert.True(wrong.Length == 0 || !error.ToString().Contains(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_key_or_none_is_told()
    {
        using var phrase = Some.Phrase(1);
        _file.SaveWithKeyFile(phrase);

        File.WriteAllText(_file.KeyFile, new string('a', 64));
        var other = Assert.Throws<IdentityException>(_file.OpenWithKeyFile);
        File.WriteAllText(_file.KeyFile, "short");
        var damaged = Assert.Throws<IdentityException>(_file.OpenWithKeyFile);
        File.Delete(_file.KeyFile);
        var absent = Assert.Throws<IdentityException>(_file.OpenWithKeyFile);

        Assert.Contains("the key of another identity", other.Message, StringComparison.Ordinal);
        Assert.Contains("is damaged", damaged.Message, StringComparison.Ordinal);
        Assert.Contains("is absent", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_opens_it_is_said_when_the_other_is_tried()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var key = Assert.Throws<IdentityException>(_file.OpenWithKeyFile);
        _file.SaveWithKeyFile(phrase);
        var passphrase = Assert.Throws<IdentityException>(() => _file.Open(Passphrase));

        Assert.Contains("by a passphrase", key.Message, StringComparison.Ordinal);
        Assert.Contains("by the key file", passphrase.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_identity_is_not_written_over()
    {
        using var one = Some.Phrase(1);
        using var other = Some.Phrase(2);
        _file.Save(one, Passphrase, StretchCost.Least);

        var error = Assert.Throws<IdentityException>(() => _file.Save(other, Passphrase, StretchCost.Least));
        Assert.Throws<IdentityException>(() => _file.SaveWithKeyFile(other));

        using var still = _file.Open(Passphrase);
        Assert.Contains("would be lost", error.Message, StringComparison.Ordinal);
        Assert.Equal(one.Reveal(), still.Reveal());
        Assert.False(File.Exists(_file.KeyFile));
    }

    [Fact]
    public void The_same_identity_gets_another_passphrase_and_its_key_file_goes()
    {
        using var phrase = Some.Phrase(1);
        _file.SaveWithKeyFile(phrase);

        _file.Save(phrase, "new", StretchCost.Least);

        using var back = _file.Open("new");
        Assert.Equal(phrase.Reveal(), back.Reveal());
        Assert.False(File.Exists(_file.KeyFile));
    }

    [Fact]
    public void Set_aside_it_makes_room_and_can_still_be_opened()
    {
        using var one = Some.Phrase(1);
        using var other = Some.Phrase(2);
        _file.SaveWithKeyFile(one);

        var aside = new IdentityFile(_file.SetAside());
        _file.SaveWithKeyFile(other);

        using var first = aside.OpenWithKeyFile();
        using var second = _file.OpenWithKeyFile();
        Assert.Equal((one.Reveal(), other.Reveal()), (first.Reveal(), second.Reveal()));
        Assert.Equal($"{aside.Read().Peer}.json", Path.GetFileName(aside.Path));
    }

    [Fact]
    public void A_kill_between_the_key_and_the_file_loses_nothing()
    {
        using var phrase = Some.Phrase(1);
        _file.SaveWithKeyFile(phrase);
        var before = File.ReadAllBytes(_file.Path);

        // The key is written again first; then the file, which a kill may leave as it was.
        _file.SaveWithKeyFile(phrase);
        File.WriteAllBytes(_file.Path, before);

        using var back = _file.OpenWithKeyFile();
        Assert.Equal(phrase.Reveal(), back.Reveal());
    }

    [Fact]
    public void Two_files_of_one_phrase_have_nothing_secret_in_common()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var one = File.ReadAllLines(_file.Path);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var other = File.ReadAllLines(_file.Path);

        Assert.All((string[])["salt", "nonce", "secret", "checksum"], name =>
            Assert.NotEqual(one.Single(line => line.Contains($"\"{name}\"", StringComparison.Ordinal)), other.Single(line => line.Contains($"\"{name}\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_flipped_bit_is_noticed_and_never_taken_for_a_wrong_passphrase()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var sound = File.ReadAllBytes(_file.Path);

        // The line end behind the last brace means nothing.
        for (var bit = 0; bit < (sound.Length - 1) * 8; bit++)
        {
            var damaged = sound.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(_file.Path, damaged);

            var error = Record.Exception(() => _file.Open(Passphrase).Dispose());
            Assert.True(error is IdentityException or NewerVersionException, $"bit {bit} was not noticed: {Encoding.UTF8.GetString(damaged)}");
            Assert.True(error.Message.Contains("is damaged", StringComparison.Ordinal) || Newer.Is(error.Message), $"bit {bit}: {error.Message}");
        }
    }

    [Fact]
    public void However_much_is_cut_off_it_is_noticed()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var sound = File.ReadAllBytes(_file.Path);

        for (var length = 0; length < sound.Length - 1; length++)
        {
            File.WriteAllBytes(_file.Path, sound[..length]);
            Assert.Contains("is damaged", Assert.Throws<IdentityException>(() => _file.Open(Passphrase)).Message, StringComparison.Ordinal);
            Assert.Throws<IdentityException>(_file.Read);
        }
    }

    [Fact]
    public void Damage_of_any_kind_is_an_error_of_ours()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var sound = File.ReadAllBytes(_file.Path);
        var refused = 0;

        var count = FuzzRun.Over([sound, Encoding.UTF8.GetBytes("{\"format\":\"blockassist-identity\",\"version\":1}")], 1000, damaged =>
        {
            File.WriteAllBytes(_file.Path, damaged);
            try
            {
                using var back = _file.Open(Passphrase);
                Assert.Equal(phrase.Reveal(), back.Reveal());
            }
            catch (Exception error) when (error is IdentityException or NewerVersionException)
            {
                refused++;
            }
        });

        Assert.InRange(refused, count * 9 / 10, count);
    }

    [Theory]
    [InlineData("\"memoryKiB\": 8", "\"memoryKiB\": 2147483647")]
    [InlineData("\"passes\": 1", "\"passes\": 1000000")]
    [InlineData("\"passes\": 1", "\"passes\": -1")]
    public void A_file_cannot_ask_for_more_work_than_any_of_ours(string ours, string theirs)
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        Change(ours, theirs);

        Assert.Contains("is damaged", Assert.Throws<IdentityException>(() => _file.Open(Passphrase)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_was_changed_with_its_checksum_is_noticed_by_the_cipher()
    {
        using var phrase = Some.Phrase(1);
        using var mine = PeerIdentity.Of(phrase);
        using var other = Some.Peer(2);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        Change(mine.Id.ToString(), other.Id.ToString());

        Assert.Equal(other.Id, _file.Read().Peer);
        Assert.Throws<IdentityException>(() => _file.Open(Passphrase));
    }

    [Fact]
    public void A_later_version_is_said_to_be_one()
    {
        using var phrase = Some.Phrase(1);
        _file.Save(phrase, Passphrase, StretchCost.Least);
        File.WriteAllText(_file.Path, """{"format":"blockassist-identity","version":2,"something":"else"}""");

        Newer.IsLeftAlone(
            _file.Path,
            "identity files",
            () => _file.Open(Passphrase),
            () => _file.Read(),
            () => _file.OpenWithKeyFile(),
            () => _file.SetAside(),
            () => _file.Save(phrase, Passphrase, StretchCost.Least),
            () => _file.SaveWithKeyFile(phrase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"format":"something else","version":1}""")]
    public void Another_file_is_no_identity(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file.Path)!);
        File.WriteAllText(_file.Path, text);

        Assert.Contains("no identity file", Assert.Throws<IdentityException>(_file.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_file_is_not_read()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file.Path)!);
        File.WriteAllBytes(_file.Path, new byte[1 << 20]);

        Assert.Contains("larger than", Assert.Throws<IdentityException>(_file.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_passphrase_is_a_callers_mistake()
    {
        using var phrase = Some.Phrase(1);

        Assert.Throws<ArgumentException>(() => _file.Save(phrase, ""));
        Assert.False(_file.Exists);
    }

    [Fact]
    public void Neither_file_nor_errors_have_a_word_or_byte_of_the_secret()
    {
        using var phrase = RecoveryPhrase.Parse("absent gorilla van acoustic humor firm title dolphin bulk barely citizen recall crane moment aspect appear track phrase actual enforce steel spoon afraid benefit");
        var entropy = Convert.FromHexString("00ac97c48106f0aeb8ba061e0250a559b3251dc35854e694780ba51d53a50120");
        _file.Save(phrase, Passphrase, StretchCost.Least);
        var texts = new[] { File.ReadAllText(_file.Path), Assert.Throws<IdentityException>(() => _file.Open("wrong")).ToString(), Assert.Throws<IdentityException>(_file.OpenWithKeyFile).ToString() };

        Assert.All(texts, text =>
        {
            Assert.DoesNotContain("gorilla", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Passphrase, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(entropy), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(entropy), text, StringComparison.Ordinal);
        });
    }

    // Changes the file and gives it the checksum that it then should have.
    private void Change(string ours, string theirs)
    {
        var changed = File.ReadAllText(_file.Path).Replace(ours, theirs, StringComparison.Ordinal);
        var document = System.Text.Json.JsonSerializer.Deserialize(changed, IdentityJson.Default.IdentityDocument)!;
        File.WriteAllText(_file.Path, System.Text.Json.JsonSerializer.Serialize(document.Sealed(), IdentityJson.Default.IdentityDocument));
    }
}
