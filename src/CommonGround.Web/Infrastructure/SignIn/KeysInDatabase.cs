using System.Xml.Linq;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure.SignIn;

/// <summary>The keys of cookies and form tokens live in the database, sealed, so that every node reads what another wrote.</summary>
internal sealed class KeysInDatabase(IServiceScopeFactory scopes, PlainDatabase plain, KeySeal seal) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (this, seal);

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. plain.FirstColumn<string>("select xml from signing_key").Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        db.Keys.Add(new SigningKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
