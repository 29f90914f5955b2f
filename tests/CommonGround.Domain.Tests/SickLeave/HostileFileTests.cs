using System.Text;
using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>Whatever a file holds, it ends in a named problem and never in an exception.</summary>
public sealed class HostileFileTests
{
    private static readonly string Whole = CertificateXml.Lisjp().Element().ToString();

    private static readonly Dictionary<string, (string Code, Func<byte[]> Bytes)> Files = new()
    {
        ["empty"] = ("file.empty", () => []),
        ["only space"] = ("file.not-xml", () => Utf8("  \n ")),
        ["text"] = ("file.not-xml", () => Utf8("Läkarintyg för sjukpenning")),
        ["json"] = ("file.not-xml", () => Utf8("""{"type":"LISJP"}""")),
        ["a picture"] = ("file.encoding", () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
        ["zeros"] = ("file.not-xml", () => new byte[4096]),
        ["cut off"] = ("file.broken", () => Utf8(Whole[..(Whole.Length / 2)])),
        ["a tag never closed"] = ("file.broken", () => Utf8("<a><b></a>")),
        ["two roots"] = ("file.broken", () => Utf8("<a/><b/>")),
        ["a forbidden character"] = ("file.broken", () => Utf8("<a>\u0001</a>")),
        ["an entity nobody declared"] = ("file.broken", () => Utf8("<a>&secret;</a>")),
        ["an attribute twice"] = ("file.broken", () => Utf8("<a b='1' b='2'/>")),
        ["billion laughs"] = ("file.document-type", BillionLaughs),
        ["an outside entity"] = ("file.document-type", () => Utf8("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")),
        ["an outside document type"] = ("file.document-type", () => Utf8("<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>")),
        ["a parameter entity"] = ("file.document-type", () => Utf8("<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><a/>")),
        ["a document type after space"] = ("file.document-type", () => Utf8("\n<!DOCTYPE a><a/>")),
        ["a document type in UTF-16"] = ("file.document-type", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")]),
        ["Latin 1 that says UTF-8"] = ("file.encoding", () => Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='UTF-8'?><a>Läkare</a>")),
        ["Latin 1 that says nothing"] = ("file.encoding", () => Encoding.Latin1.GetBytes("<a>Läkare</a>")),
        ["an encoding that does not exist"] = ("file.encoding", () => Utf8("<?xml version='1.0' encoding='klingon'?><a/>")),
        ["too deep"] = ("file.too-deep", () => Utf8(string.Concat(Enumerable.Repeat("<a>", 40)) + string.Concat(Enumerable.Repeat("</a>", 40)))),
        ["far too deep"] = ("file.too-deep", () => Utf8(string.Concat(Enumerable.Repeat("<a>", 200_000)))),
        ["too large"] = ("file.too-large", () => Utf8("<a>" + new string('x', 1024 * 1024) + "</a>")),
        ["another document"] = ("document.not-a-certificate", () => Utf8("<html/>")),
        ["a draft"] = ("document.draft", () => Utf8("<c:CreateDraftCertificate xmlns:c='urn:x'/>")),
        ["the contract before"] = ("document.other-contract", () => Utf8(Whole.Replace("Responder:3", "Responder:2", StringComparison.Ordinal))),
        ["an envelope with nothing in it"] = ("document.other-contract", () => Utf8("<r:RegisterCertificate xmlns:r='urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3'/>")),
        ["a certificate's name without its namespace"] = ("document.other-contract", () => Utf8("<RegisterCertificate><intyg/></RegisterCertificate>")),
        ["an empty SOAP envelope"] = ("document.not-a-certificate", () => Utf8("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>")),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_FileThatIsNoCertificate_IsRefusedByName(string name)
    {
        var (code, bytes) = Files[name];

        CertificateReading reading = CertificateReader.Read(bytes(), new CertificateReadingSettings());

        Assert.False(reading.Accepted);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
        Assert.Equal(CertificateOutline.Nothing, reading.Outline);
    }

    [Fact]
    public void Read_LargestFileAllowed_IsRead()
    {
        byte[] bytes = CertificateXml.Lisjp().Bytes();

        Assert.True(CertificateReader.Read(bytes, new CertificateReadingSettings { MostBytes = bytes.Length }).Accepted);
        Assert.False(CertificateReader.Read(bytes, new CertificateReadingSettings { MostBytes = bytes.Length - 1 }).Accepted);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void Read_EncodingThatIsDeclared_IsRead(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        string text = $"<?xml version='1.0' encoding='{name}'?>{Whole}";

        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        CertificateReading reading = CertificateReader.Read(bytes, new CertificateReadingSettings());

        Assert.Equal("Småmåla", reading.Certificate?.Patient?.City);
    }

    [Fact]
    public void Read_CertificateInSoap_IsRead()
    {
        string soap = $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/><s:Body>{Whole}</s:Body></s:Envelope>";

        Assert.True(CertificateReader.Read(Utf8(soap), new CertificateReadingSettings()).Accepted);
    }

    [Fact]
    public void Read_OtherPrefixesAndComments_ChangeNothing()
    {
        string odd = Whole
            .Replace("xmlns=\"urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3\"", "xmlns:q=\"urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3\"", StringComparison.Ordinal)
            .Replace("<RegisterCertificate", "<q:RegisterCertificate", StringComparison.Ordinal).Replace("</RegisterCertificate", "</q:RegisterCertificate", StringComparison.Ordinal)
            .Replace("<intyg>", "<q:intyg><!-- x -->", StringComparison.Ordinal).Replace("</intyg>", "</q:intyg>", StringComparison.Ordinal);
        Assert.Contains("<q:intyg>", odd, StringComparison.Ordinal);

        CertificateReading reading = CertificateReader.Read(Utf8(odd), new CertificateReadingSettings());

        Assert.True(reading.Accepted, string.Join("; ", reading.Problems));
    }

    /// <summary>Each byte of a certificate changed to each of a few hostile ones: it is read or refused, and never throws.</summary>
    [Fact]
    public void Read_AnyByteChanged_NeverThrows()
    {
        byte[] whole = CertificateXml.Ag114().Bytes();
        foreach (byte hostile in "<>&\0\"\u007f"u8.ToArray().Append((byte)0xFF))
        {
            for (int i = 0; i < whole.Length; i += 7)
            {
                byte[] changed = [.. whole];
                changed[i] = hostile;
                CertificateReading reading = CertificateReader.Read(changed, new CertificateReadingSettings());
                Assert.Equal(reading.Accepted, reading.Problems.Count == 0);
            }
        }
    }

    [Fact]
    public void Read_HostileIds_AreCutToWhatAnIdCanBe()
    {
        CertificateReading reading = CertificateXml.Lisjp().Text("<script>alert('x')</script>", "x\n&", "a").Read();

        CertificateProblem problem = Assert.Single(reading.Problems);
        Assert.Equal(("answer.unknown", "scriptalertx"), (problem.Code, problem.Field));
    }

    private static byte[] BillionLaughs()
    {
        var xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'>");
        for (int i = 1; i < 10; i++)
        {
            string before = i == 1 ? "&lol;" : $"&lol{i - 1};";
            xml.Append("<!ENTITY lol").Append(i).Append(" '").Insert(xml.Length, before, 10).Append("'>");
        }

        return Utf8(xml.Append("]><lolz>&lol9;</lolz>").ToString());
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
