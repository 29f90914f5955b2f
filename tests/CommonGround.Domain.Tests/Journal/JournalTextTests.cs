using CommonGround.Domain.Journal;

namespace CommonGround.Domain.Tests.Journal;

public sealed class JournalTextTests
{
    private static readonly byte[] Key = new byte[32];
    private static readonly Guid One = Guid.Parse("01980000-0000-7000-8000-000000000001");

    [Fact]
    public void DigestOf_AnythingOther_IsOther()
    {
        var digests = new[]
        {
            JournalText.DigestOf(Key, "words"u8, One, null, null, "goal"),
            JournalText.DigestOf([1, .. Key], "words"u8, One, null, null, "goal"),
            JournalText.DigestOf(Key, "word"u8, One, null, null, "goal"),
            JournalText.DigestOf(Key, "words"u8, null, One, null, "goal"),
            JournalText.DigestOf(Key, "words"u8, null, null, One, "goal"),
            JournalText.DigestOf(Key, "words"u8, One, null, null, "goals"),
            // No letter passes from the label to the words.
            JournalText.DigestOf(Key, "lwords"u8, One, null, null, "goa"),
        };

        Assert.Equal(digests.Length, digests.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(digests[0], JournalText.DigestOf(Key, "words"u8, One, null, null, "goal"));
    }

    [Fact]
    public void DigestOf_LongLabelOfWideLetters_Fits() =>
        Assert.Equal(Chain.HashBytes, JournalText.DigestOf(Key, "words"u8, One, One, One, new string('界', 10_000)).Length);

    [Fact]
    public void Hash_IntoThePlaceOfTheLinkBefore_IsTheSame()
    {
        var entry = new byte[5_000];
        var place = new byte[Chain.HashBytes];
        for (var position = 1L; position < 4; position++)
        {
            var hash = Chain.Hash(place, position, entry.AsSpan(0, (int)position * 900));
            Chain.Hash(place, position, entry.AsSpan(0, (int)position * 900), place);
            Assert.Equal(hash, place);
        }
    }
}
