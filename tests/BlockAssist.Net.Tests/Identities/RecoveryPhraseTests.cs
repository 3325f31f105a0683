using System.Security.Cryptography;
using BlockAssist.Net.Identities;
using CsCheck;

namespace BlockAssist.Net.Tests.Identities;

public sealed class RecoveryPhraseTests
{
    private const string Bless =
        "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless";

    // The vectors of 24 words among those of BIP-39 (vectors.json of trezor/python-mnemonic).
    public static TheoryData<string, string> Published => new()
    {
        { "0000000000000000000000000000000000000000000000000000000000000000", "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art" },
        { "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f", "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title" },
        { "8080808080808080808080808080808080808080808080808080808080808080", Bless },
        { "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote" },
        { "00ac97c48106f0aeb8ba061e0250a559b3251dc35854e694780ba51d53a50120", "absent gorilla van acoustic humor firm title dolphin bulk barely citizen recall crane moment aspect appear track phrase actual enforce steel spoon afraid benefit" },
        { "3edc83b60740d77af3afa2fcb82c2f1bc541ee4e2518ddef4996d32453f54a3c", "disagree tomato unique attend aspect runway solid violin witness scrap armed daring favorite warm decade perfect target kid grant play early wide cigar night" },
        { "89bb4bc5555992cdaf3444c5e7ca5a6e9f27efab894f1990bae41be8b2a26ea4", "meadow surge vanish primary odor grocery rubber mass shine dinner notable tag venue water purchase clarify book magic ribbon daughter menu eye ritual orchard" },
        { "911fec0fbd88029f6fa99164896c18d898c9232af18bdcca3e42d53b86493104", "much youth advance kitchen lens exile salt cram goose enter alert raise milk muscle profit cousin system faint mouse price reveal cause series long" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Words_and_bytes_are_those_of_the_standard(string entropy, string words)
    {
        using var fromBytes = RecoveryPhrase.FromEntropy(Convert.FromHexString(entropy));
        using var fromWords = RecoveryPhrase.Parse(words);

        Assert.Equal(words, fromBytes.Reveal());
        Assert.Equal(entropy, Convert.ToHexStringLower(EntropyOf(fromWords)));
    }

    [Fact]
    public void The_list_is_the_standards()
    {
        // SHA-256 of english.txt in bitcoin/bips, bip-0039: words in their order, a line each.
        var list = string.Concat(Enumerable.Range(0, RecoveryWords.Count).Select(number => RecoveryWords.Word(number) + "\n"));

        Assert.Equal("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda", Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(list))));
    }

    [Fact]
    public void Any_phrase_comes_back_from_its_words() =>
        Gen.Byte.Array[RecoveryPhrase.EntropyBytes].Sample(entropy =>
        {
            using var phrase = RecoveryPhrase.FromEntropy(entropy);
            using var back = RecoveryPhrase.Parse(phrase.Reveal());

            Assert.Equal(entropy, EntropyOf(back));
            Assert.Equal(RecoveryPhrase.Words, phrase.Reveal().Split(' ').Length);
        });

    [Fact]
    public void A_new_one_is_another_one_every_time()
    {
        using var one = RecoveryPhrase.Create();
        using var other = RecoveryPhrase.Create();

        Assert.NotEqual(one.Reveal(), other.Reveal());
    }

    [Fact]
    public void Lines_blanks_and_capital_letters_do_not_matter()
    {
        using var phrase = RecoveryPhrase.Parse("  " + Bless.ToUpperInvariant().Replace(" ", "\r\n\t", StringComparison.Ordinal) + "\n");

        Assert.Equal(Bless, phrase.Reveal());
    }

    [Theory]
    [InlineData("acoustik", "acoustic")]
    [InlineData("Ab5urd", "absurd")]
    [InlineData("docto", "doctor")]
    [InlineData("amounts", "amount")]
    public void A_wrong_word_is_named_with_its_place_and_the_nearest(string wrong, string nearest)
    {
        var words = Bless.Split(' ');
        words[6] = wrong;

        var error = Assert.Throws<IdentityException>(() => RecoveryPhrase.Parse(string.Join(' ', words)));

        Assert.Equal($"word 7, '{wrong}', is not on the list of recovery words", error.Message);
        Assert.Equal($"The nearest word on it is '{nearest}'.", error.Advice);
    }

    [Fact]
    public void What_was_pasted_by_mistake_is_not_shown_whole()
    {
        var words = Bless.Split(' ');
        words[0] = new string('s', 500) + "\e[2J";

        var error = Assert.Throws<IdentityException>(() => RecoveryPhrase.Parse(string.Join(' ', words)));

        Assert.Contains("'ssssssssssss…'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public void A_word_of_the_list_in_the_wrong_place_is_noticed_by_the_checksum()
    {
        var words = Bless.Split(' ');
        (words[0], words[1]) = (words[1], words[0]);

        var error = Assert.Throws<IdentityException>(() => RecoveryPhrase.Parse(string.Join(' ', words)));

        Assert.Contains("checksum is wrong", error.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.DoesNotContain($"'{word}'", error.Message + error.Advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "24 words, not 0")]
    [InlineData("abandon", "24 words, not 1")]
    [InlineData("legal winner thank year wave sausage worth useful legal winner thank yellow", "24 words, not 12")]
    [InlineData(Bless + " bless", "24 words, not 25")]
    public void Another_number_of_words_is_told(string text, string why) =>
        Assert.Contains(why, Assert.Throws<IdentityException>(() => RecoveryPhrase.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_a_phrase_or_an_error_of_ours() =>
        Gen.OneOf(Gen.String, Gen.Int[0, RecoveryWords.Count - 1].Array[RecoveryPhrase.Words].Select(numbers => string.Join(' ', numbers.Select(RecoveryWords.Word)))).Sample(text =>
        {
            try
            {
                using var phrase = RecoveryPhrase.Parse(text);
                Assert.Equal(text, phrase.Reveal());
            }
            catch (IdentityException error)
            {
                Assert.NotEmpty(error.Message);
            }
        });

    [Fact]
    public void As_text_it_tells_nothing()
    {
        using var phrase = Some.Phrase(0x80);

        Assert.Equal("a recovery phrase", $"{phrase}");
    }

    [Fact]
    public void After_the_end_it_is_gone()
    {
        var phrase = Some.Phrase(0x80);
        phrase.Dispose();

        Assert.Throws<ObjectDisposedException>(phrase.Reveal);
        Assert.Throws<ObjectDisposedException>(() => phrase.DeriveKey("blockassist/peer/1", new byte[32]));
    }

    private static byte[] EntropyOf(RecoveryPhrase phrase)
    {
        var entropy = new byte[RecoveryPhrase.EntropyBytes];
        phrase.CopyEntropyTo(entropy);
        return entropy;
    }
}
