using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Signing;

namespace BlockAssist.Chain.Tests.Keystores;

public sealed class KeystoreTests : IDisposable
{
    private const string Password = "correct horse £ 漢";

    private readonly TemporaryFolder _folder = new();
    private readonly KeystoreFile _file;

    public KeystoreTests() => _file = new KeystoreFile(_folder.File("keys/chain.json"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_kept_comes_back_with_the_password()
    {
        using var signer = LocalSigner.Create();
        _file.Save(signer, Password, ScryptCost.Least);

        using var back = _file.Open(Password);

        Assert.Equal(signer.Address, back.Address);
        Assert.Equal(signer.Sign(Some.Hash(1)), back.Sign(Some.Hash(1)));
        Assert.Equal(signer.Address, _file.ReadAddress());
    }

    [Fact]
    public void Keystores_of_others_are_opened()
    {
        foreach (var vector in Vectors.Read("et/basic_tests.json").EnumerateObject())
        {
            using var expected = LocalSigner.Of(vector.Value.Hex("priv"));
            using var signer = Opened(vector.Value.GetProperty("json").GetRawText(), vector.Value.Text("password"));
            Assert.Equal(expected.Address, signer.Address);
        }

        foreach (var vector in Vectors.Read("wallets.json").EnumerateArray())
        {
            using var signer = Opened(vector.Text("content"), Encoding.UTF8.GetString(vector.Hex("password")));
            Assert.Equal(vector.Text("address"), signer.Address.ToString());
        }

        foreach (var item in Vectors.Read("ethers6-viem2-generated.json").GetProperty("items").EnumerateArray().Where(item => item.TryGetProperty("keystore", out _)))
        {
            using var signer = Opened(item.Text("keystore"), item.Text("password"));
            Assert.Equal(item.Text("address"), signer.Address.ToString());
        }
    }

    [Fact]
    public void The_key_of_a_password_is_that_of_the_standard() =>
        Assert.All(Vectors.Read("scrypt-rfc7914.json").EnumerateArray(), vector =>
        {
            var cost = new ScryptCost(vector.GetProperty("n").GetInt32(), vector.GetProperty("r").GetInt32(), vector.GetProperty("p").GetInt32());
            var expected = vector.Hex("out");
            Assert.Equal(expected, new ByScrypt(Encoding.UTF8.GetBytes(vector.Text("salt")), cost).Derive(Encoding.UTF8.GetBytes(vector.Text("password")), expected.Length));
        });

    [Fact]
    public void A_wrong_password_is_told_and_not_repeated()
    {
        using var signer = Some.Signer(1);
        _file.Save(signer, Password, ScryptCost.Least);

        var error = Assert.Throws<KeystoreException>(() => _file.Open("wrong horse"));

        Assert.Equal(KeystoreFault.WrongPassword, error.Fault);
        Assert.DoesNotContain("horse", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_not_taken_for_a_wrong_password()
    {
        using var signer = Some.Signer(1);
        _file.Save(signer, Password, ScryptCost.Least);
        var whole = File.ReadAllText(_file.Path);
        var ciphertext = JsonNode.Parse(whole)!["crypto"]!["ciphertext"]!.GetValue<string>();

        File.WriteAllText(_file.Path, whole.Replace(ciphertext, new string('0', 64), StringComparison.Ordinal));

        Assert.Equal(KeystoreFault.Damaged, Assert.Throws<KeystoreException>(() => _file.Open(Password)).Fault);
    }

    [Fact]
    public void Of_a_file_without_our_checksum_both_are_said()
    {
        using var signer = Some.Signer(1);
        _file.Save(signer, Password, ScryptCost.Least);
        var other = JsonNode.Parse(File.ReadAllText(_file.Path))!;
        other.AsObject().Remove("x-blockassist");
        File.WriteAllText(_file.Path, other.ToJsonString());

        using var opened = _file.Open(Password);

        Assert.Equal(signer.Address, opened.Address);
        Assert.Equal(KeystoreFault.WrongPasswordOrDamaged, Assert.Throws<KeystoreException>(() => _file.Open("other")).Fault);
    }

    [Fact]
    public void A_key_of_another_account_than_the_file_says_is_damage()
    {
        using var signer = Some.Signer(1);
        _file.Save(signer, Password, ScryptCost.Least);
        var other = JsonNode.Parse(File.ReadAllText(_file.Path))!;
        other.AsObject().Remove("x-blockassist");
        other["address"] = Convert.ToHexStringLower(Some.Address(7).ToArray());
        File.WriteAllText(_file.Path, other.ToJsonString());

        Assert.Equal(KeystoreFault.Damaged, Assert.Throws<KeystoreException>(() => _file.Open(Password)).Fault);
    }

    [Fact]
    public void Only_the_owner_can_read_it_and_it_is_never_overwritten()
    {
        using var signer = Some.Signer(1);
        using var other = Some.Signer(2);
        _file.Save(signer, Password, ScryptCost.Least);

        var error = Assert.Throws<KeystoreException>(() => _file.Save(other, Password, ScryptCost.Least));

        Assert.Equal(KeystoreFault.Exists, error.Fault);
        Assert.Equal(signer.Address, _file.ReadAddress());
        Assert.Single(Directory.GetFiles(_folder.File("keys")));
        Assert.DoesNotContain(string.Concat(Enumerable.Repeat("01", 32)), File.ReadAllText(_file.Path), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_file.Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("\"n\": 2,", "\"n\": 1073741824,")]
    [InlineData("\"r\": 8,", "\"r\": 2147483647,")]
    [InlineData("\"p\": 1", "\"p\": 2147483647")]
    [InlineData("\"n\": 2,", "\"n\": 3,")]
    [InlineData("\"n\": 2,", "\"n\": -2,")]
    public void What_would_cost_too_much_is_refused_before_it_costs(string was, string becomes)
    {
        using var signer = Some.Signer(1);
        _file.Save(signer, Password, ScryptCost.Least);
        var other = JsonNode.Parse(File.ReadAllText(_file.Path))!;
        other.AsObject().Remove("x-blockassist");
        var text = other.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(_file.Path, text.Replace(was, becomes, StringComparison.Ordinal));

        Assert.Equal(KeystoreFault.TooCostly, Assert.Throws<KeystoreException>(() => _file.Open(Password)).Fault);
    }

    [Fact]
    public void Damaged_files_are_told_and_never_more()
    {
        using var signer = Some.Signer(1);
        _file.Save(signer, Password, ScryptCost.Least);
        byte[][] corpus = [File.ReadAllBytes(_file.Path), "{\"version\":3}"u8.ToArray()];

        FuzzRun.Over(corpus, 5000, damaged =>
        {
            if (KeystoreContent.Read(damaged) is { IsSealed: true } content)
            {
                // Whatever was wounded, it was not what counts.
                Assert.Equal(new ScryptCost(2, 8, 1), Assert.IsType<ByScrypt>(content.Derivation).Cost);
            }
        });
    }

    private LocalSigner Opened(string json, string password)
    {
        var path = _folder.File("other.json");
        File.WriteAllText(path, json);
        return new KeystoreFile(path).Open(password);
    }
}
