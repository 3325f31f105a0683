using System.Globalization;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Reads types and signatures from text.</summary>
internal sealed class AbiParser
{
    private const int LongestText = 1 << 14;
    private const int Deepest = 16;

    private readonly string _text;
    private int _at;

    private AbiParser(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length <= LongestText ? text : throw new ChainFormatException($"ABI: a text of {text.Length} letters; expected at most {LongestText}");
    }

    /// <summary>One type, and nothing behind it.</summary>
    public static AbiType ReadType(string text)
    {
        var parser = new AbiParser(text);
        var type = parser.Type(depth: 0);
        parser.End();
        return type;
    }

    /// <summary>A type, as JSON tells it: the parts of tuples stand elsewhere.</summary>
    public static AbiType ReadType(string text, AbiTuple parts)
    {
        var parser = new AbiParser(text);
        var type = parser.TryTake("tuple") ? parser.Arrays(parts, depth: 0) : parser.Type(depth: 0);
        parser.End();
        return type;
    }

    /// <summary>A name, what stands in its brackets, and what stands in those behind <c>returns</c>.</summary>
    public static (string Name, AbiTuple Inputs, AbiTuple Outputs) ReadSignature(string text)
    {
        var parser = new AbiParser(text);
        var name = parser.Word();
        var inputs = parser.Tuple(depth: 0);
        parser.Blanks();
        var outputs = parser.TryTake("returns") ? parser.Tuple(depth: 0) : new AbiTuple();
        parser.End();
        return (name.Length > 0 ? name : throw parser.Wrong("a name"), inputs, outputs);
    }

    private AbiType Type(int depth)
    {
        Blanks();
        var start = _at;
        TryTake("tuple");
        if (_at < _text.Length && _text[_at] == '(')
        {
            return Arrays(Tuple(depth + 1), depth);
        }

        _at = start;
        var word = Word();
        return Arrays(Simple(word) ?? throw Wrong("a type"), depth);
    }

    private AbiType Arrays(AbiType type, int depth)
    {
        for (; TryTake("["); depth++)
        {
            if (depth > Deepest)
            {
                throw Wrong($"types in each other at most {Deepest} deep");
            }

            var digits = Word();
            type = digits.Length == 0 ? new AbiArray(type, count: null)
                : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new AbiArray(type, count)
                : throw Wrong("a length");
            Take("]");
        }

        return type;
    }

    private AbiTuple Tuple(int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong($"types in each other at most {Deepest} deep");
        }

        Blanks();
        Take("(");
        var parts = new List<AbiParameter>();
        Blanks();
        while (!TryTake(")"))
        {
            if (parts.Count > 0)
            {
                Take(",");
            }

            parts.Add(Parameter(depth));
            Blanks();
        }

        return new AbiTuple(parts);
    }

    private AbiParameter Parameter(int depth)
    {
        var type = Type(depth);
        Blanks();
        var word = Word();
        if (word != "indexed")
        {
            return new AbiParameter(word, type);
        }

        Blanks();
        return new AbiParameter(Word(), type, IsIndexed: true);
    }

    private static AbiType? Simple(string word) => word switch
    {
        "bool" => new AbiBool(),
        "address" => new AbiAddress(),
        "string" => new AbiBytes(isText: true),
        "bytes" => new AbiBytes(isText: false),
        "function" => new AbiFixedBytes(word, 24),
        "uint" or "int" => Number(word + "256", word.Length),
        "ufixed" or "fixed" => new AbiNumber(word + "128x18", 128, word == "fixed"),
        _ when word.StartsWith("bytes", StringComparison.Ordinal) => IsNumber(word[5..], 1, 32, out var count) ? new AbiFixedBytes(word, count) : null,
        _ when word.StartsWith("uint", StringComparison.Ordinal) => Number(word, 4),
        _ when word.StartsWith("int", StringComparison.Ordinal) => Number(word, 3),
        _ when word.StartsWith("ufixed", StringComparison.Ordinal) => Point(word, 6),
        _ when word.StartsWith("fixed", StringComparison.Ordinal) => Point(word, 5),
        _ => null,
    };

    private static AbiNumber? Number(string word, int start) =>
        IsNumber(word[start..], 8, 256, out var bits) && bits % 8 == 0 ? new AbiNumber(word, bits, isSigned: word[0] != 'u') : null;

    private static AbiNumber? Point(string word, int start) =>
        word[start..].Split('x') is [var left, var right] && IsNumber(left, 8, 256, out var bits) && bits % 8 == 0 && IsNumber(right, 0, 80, out _)
            ? new AbiNumber(word, bits, isSigned: word[0] != 'u')
            : null;

    private static bool IsNumber(string digits, int least, int most, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most && (digits.Length == 1 || digits[0] != '0');

    private void Blanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    // Letters, digits and the two signs that names may have; none at all is a word too.
    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool TryTake(string part)
    {
        var isThere = string.CompareOrdinal(_text, _at, part, 0, part.Length) == 0;
        _at += isThere ? part.Length : 0;
        return isThere;
    }

    private void Take(string part)
    {
        if (!TryTake(part))
        {
            throw Wrong($"'{part}'");
        }
    }

    private void End()
    {
        Blanks();
        if (_at < _text.Length)
        {
            throw Wrong("the end");
        }
    }

    private ChainFormatException Wrong(string expected) => new($"ABI: '{Hex.Shown(_text)}' has something else than {expected} at letter {_at + 1}");
}
