using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CommonGround.Domain.Accounts;

/// <summary>
/// The six digits that an authenticator app shows: a new one each half minute, made from a key that it shares with the server.
/// </summary>
/// <remarks>Source: RFC 6238 (with HMAC-SHA-1, thirty seconds, six digits: what every app does), tested with its own examples.</remarks>
public static class TimeCode
{
    public const int KeyLength = 20;

    private const int Seconds = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTime at) => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToUnixTimeSeconds() / Seconds;

    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The apps know no other; nothing rests on SHA-1 being free of collisions here.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var at = mac[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[at..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code this is: the present one or a neighbour, since clocks differ and people type slowly. Null when it is none of
    /// them, or one that was taken before.
    /// </summary>
    /// <param name="lastStep">The step of the last code that was taken.</param>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTime at, long lastStep)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var now = StepAt(at);
        long? found = null;
        for (var step = now - 1; step <= now + 1; step++)
        {
            var equal = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(key, step)), System.Text.Encoding.ASCII.GetBytes(digits));
            if (equal && step > lastStep)
                found = step;
        }

        return found;
    }

    /// <summary>The key as apps read it (RFC 4648, base 32).</summary>
    public static string Written(ReadOnlySpan<byte> key)
    {
        var letters = new char[(key.Length * 8 + 4) / 5];
        for (var i = 0; i < letters.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < i * 5 + 5; bit++)
                value = (value << 1) | (bit / 8 < key.Length ? (key[bit / 8] >> (7 - bit % 8)) & 1 : 0);
            letters[i] = Letters[value];
        }

        return new string(letters);
    }
}
