using CommonGround.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class PeopleMappings :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Ignore(p => p.Name);
        builder.HasIndex(p => p.NationalId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Organisation> builder) => builder.HasKey(o => o.Id);

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasOne(u => u.Organisation).WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => u.ExternalId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
