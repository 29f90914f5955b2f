using System.Text;
using QRCoder;

namespace CommonGround.Web.Features.MyAccount.SetAuthenticator;

/// <summary>A text as a QR code: the path of an SVG whose unit is one module, with the quiet zone around it.</summary>
internal sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x])
                    x++;
                if (x > from)
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
